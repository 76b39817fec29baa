/** With this in the URL of the tab the examination begins by itself: "Examine again" leads there. */
export const examineParameter = 'examine'
