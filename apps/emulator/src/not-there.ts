/** Something that a control call names is not there. */
export class NotThere extends Error {}
