/** How the person last said that they know: offered for the next entry, for as long as the window is open. */
export const sitting = { knownBy: '' }
