// The page of a former address: lead on, and keep the fragment, by which statements are linked.
location.replace(document.querySelector("a").href + location.hash);
