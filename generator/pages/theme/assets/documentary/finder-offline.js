// Read from a disk a page can fetch nothing: it says so itself, and the parts and the search lead on.

export function find() {}
