export type Shape = 'plain' | 'with details';

/** The body of an agent's task: the same for the product and for the bare script. */
export function sampleTask(index: number, shape: Shape) {
  return {
    title: `Prepare delivery ${index}`,
    priority: 3,
    dueDateTime: '2027-12-01T10:00:00Z',
    ...(shape === 'with details' && {
      description: 'Two pages: what they get, by when, for how much.',
      checklist: ['Ask the warehouse', 'Book the truck', 'Tell the customer'].map((title) => ({
        title,
        isChecked: false,
      })),
    }),
  };
}
