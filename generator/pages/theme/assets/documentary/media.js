// On the page of a recording: a link to a moment, or an address with one, plays from there in the page itself.

const player = document.querySelector("video, audio");

// The seconds that a media fragment begins and ends at: #t=750,760.
const times = (hash) => /(?:^#|&)t=([\d.]+)(?:,([\d.]+))?/.exec(hash)?.slice(1).map(Number);

function go(hash, play) {
  const found = times(hash);
  if (!player || !found) return false;
  player.closest("details")?.setAttribute("open", "");
  player.preload = "metadata";
  player.currentTime = found[0];
  if (play) player.play().catch(() => { /* the reader presses the button */ });
  return true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.moment");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && go(link.hash, true)) event.preventDefault();
});
addEventListener("hashchange", () => go(location.hash, false));
go(location.hash, false);
