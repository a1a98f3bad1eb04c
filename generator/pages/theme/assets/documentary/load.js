// Loads scripts that bring what a page needs later: a page that is read from a disk can load nothing else.

export const load = (address) => new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = address;
  script.addEventListener("load", done);
  script.addEventListener("error", fail);
  document.head.append(script);
});

// The address of a page as a link leads to it: on a disk the file.
export const way = (url) => (location.protocol === "file:" ? url.replace(/\/(?=[?#]|$)/, "/index.html") : url);
