/** Why a person may want to be asked before something is done. */
export const risks = ['send', 'post', 'cancel', 'delete', 'bulk'] as const;

export type Risk = (typeof risks)[number];
