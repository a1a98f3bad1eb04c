// Applies the reader's stored choice of light or dark before anything is drawn.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage may be forbidden; the system's preference then stands.
}
document.documentElement.classList.add("js");
