/** The plans that contract cases name. */
export const contractPlans = {
  defaultPlan: 'default-plan',
  plan: 'plan-1',
  otherPlan: 'plan-2',
  unlinkedPlan: 'plan-nobody-linked',
} as const;

/** A server that has linked them, all but the last. */
export const contractEnv = {
  DEFAULT_PLANNER_PLAN_ID: contractPlans.defaultPlan,
  PLANNER_PLAN_IDS: `${contractPlans.plan},${contractPlans.otherPlan}`,
  AUTO_LINK_PLANS: 'false',
};
