/** Words that passwords are made of again and again, in small letters; what others try first. */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passwd motdepasse contrasena wachtwoord parola senha kennwort secret geheim letmein welcome
  willkommen bienvenue changeme trustno iloveyou ichliebedich jetaime login logon signin master default guest test
  testing temp temporary example sample demo user username admin administrator root system sysadmin support helpdesk
  service server network netadmin operator manager office company business security secure firewall router switch
  gateway tunnel access remote vpn vpnconsole console huawei telekom opentelekomcloud cloud emulator internet computer
  laptop notebook desktop windows linux ubuntu debian oracle google facebook youtube amazon microsoft apple android
  iphone samsung nokia sony sonyericsson playstation nintendo xbox pokemon minecraft fortnite warcraft starcraft
  counterstrike needforspeed finalfantasy transformers starwars startrek matrix batman superman spiderman ironman
  jamesbond harrypotter gandalf naruto godzilla supernatural justinbieber metallica nirvana eminem slipknot
  football baseball basketball hockey soccer tennis golf liverpool arsenal chelsea barcelona realmadrid manchester
  manchesterunited juventus bayern ferrari porsche mercedes toyota honda yamaha harley mustang corvette camaro
  dragon monkey tiger lion eagle falcon phoenix wolf shadow spider snake horse rabbit turtle panda kitten kitty puppy
  cheese cookie coffee chocolate banana orange cherry pepper ginger butter chicken pizza whiskey vodka beer
  summer winter spring autumn herbst sommer fruehling monday tuesday wednesday thursday friday saturday sunday
  january february march april june july august september october november december
  berlin london paris madrid rome moscow newyork america england france germany deutschland espana italia canada
  michael jennifer jessica jordan michelle daniel thomas robert charlie andrew matthew anthony joshua ashley amanda
  nicole hannah maria anna martin peter stefan andreas alexander alexandra christian christopher elizabeth victoria
  samantha stephanie katherine benjamin jonathan nicholas patrick richard william
  princess prince angel angels heaven hello goodbye love lover loveme lovely family mother father mama papa brother
  sister friend friends forever together freedom happy sunshine sunflower rainbow butterfly flower flowers summertime
  baby babygirl babyboy sweet sweety honey sugar beautiful jesus jesuschrist christ blessed church money rich lucky
  power killer hunter ranger soldier warrior knight wizard magic ninja pirate rocket thunder lightning blue green
  yellow purple black white silver golden diamond crystal rose lily pepper scooter marina sailing ocean beach island
  fuck fucking fuckyou fucktheworld motherfucker asshole bitch pussy shit sexy sexsexsex masturbation pornographic
  unbelievable international professional intelligence information communication entertainment photography engineering
  washington philadelphia pennsylvania california mississippi cosmopolitan chesterfield championship leavemealone
  whosyourdaddy iseedeadpeople opensesame abracadabra thisismypassword mypassword nopassword newpassword oldpassword
  mynameis iamthebest whatever nothing something everything nobody anything correcthorsebatterystaple
  correct battery staple the and for you your this that with from have please open enter pass word code key my new old
  hallo bonjour ciao hola qwerty azerty qwertz asdf zxcv peanutbutter ingodwetrust residentevil avrillavigne massimiliano
  punksnotdead nightcrawler ticketmaster stratocaster sanfrancisco greenlantern morganstanley warhammer construction
  necronomicon mortalkombat systemofadown satisfaction cheeseburger michaeljackson sonnenschein weihnachtsbaum
  thecakeisalie civilization edwardcullen ronaldinho contortionist scandinavian devilmaycry chickenwing newproject
  combat nastya vladimirovna gfhjkm ghbdtn ghjcnj standard websolutions installsql minnesota`.split(/\s+/),
)

/** Paths of a finger over the keys, and other rows that everybody knows; parts of them count, backwards as well. */
export const commonRows: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujm',
  'qazxswedcvfrtgb',
  '1qazxsw23edcvfr4',
  'zaq1xsw2cde3vfr4',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qweasdzxc',
  '123qweasdzxc',
  'qwaszxerdfcv',
  'qawsedrftgyh',
  'zaqwsxcderfv',
  '1qa2ws3ed4rf5tg',
  'a1b2c3d4e5f6g7h8i9j0',
  '1a2b3c4d5e6f7g8h9i0j',
  '1a2s3d4f5g6h7j8k9l0',
  'a1s2d3f4g5h6j7k8l9',
  'z1x2c3v4b5n6m7',
  'qwerasdfzxcv',
  '147258369',
  '159753',
  '112233445566778899',
  '102030405060708090',
  '!@#$%^&*()',
  '!"§$%&/()=',
]
