// Arrow keys between the marks of the drawing: one of them at a time is in the tab order.

const nearest = (marks, x) => marks.reduce((best, mark) => (Math.abs(mark.middle - x) < Math.abs(best.middle - x) ? mark : best));

function next(marks, here, key) {
  const at = marks.indexOf(here);
  const track = (name) => marks.filter(({ moment }) => (moment.track === "happened") === name);
  const goals = {
    ArrowRight: () => marks[at + 1],
    ArrowLeft: () => marks[at - 1],
    Home: () => marks[0],
    End: () => marks.at(-1),
    ArrowUp: () => here.moment.track !== "happened" && track(true).length && nearest(track(true), here.middle),
    ArrowDown: () => here.moment.track === "happened" && track(false).length && nearest(track(false), here.middle),
  };
  return goals[key];
}

export function enter(marks, mark) {
  for (const { link } of marks) link.setAttribute("tabindex", -1);
  mark?.link.setAttribute("tabindex", 0);
}

// Returns whether the key was one of these.
export function move(marks, element, key) {
  const here = marks.find(({ link }) => link === element);
  const goal = here && next(marks, here, key);
  if (!goal) return false;
  const mark = goal();
  if (mark) {
    enter(marks, mark);
    mark.link.focus();
  }
  return true;
}
