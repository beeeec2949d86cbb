/** What the folder of the notes is called in a workspace's storage. */
export const notesFolder = 'review-notes';
