const gap = 4;
const margin = 8;

/** Puts an open popover under its button, or above where there is more room, always within the window. */
export function placeBeside(popover: HTMLElement, anchor: HTMLElement): void {
  const button = anchor.getBoundingClientRect();
  const roomBelow = innerHeight - button.bottom - gap - margin;
  const roomAbove = button.top - gap - margin;
  const wanted = popover.scrollHeight;
  const isBelow = wanted <= roomBelow || roomBelow >= roomAbove;
  Object.assign(popover.style, {
    position: 'fixed',
    inset: 'auto',
    margin: '0',
    overflowY: 'auto',
    maxHeight: `${Math.min(600, isBelow ? roomBelow : roomAbove)}px`,
  });
  const { width, height } = popover.getBoundingClientRect();
  const left = Math.max(margin, Math.min(button.left, innerWidth - width - margin));
  popover.style.left = `${left}px`;
  popover.style.top = `${isBelow ? button.bottom + gap : button.top - gap - height}px`;
}
