/** What shall go wrong with the next notifications, on demand. */
export interface Disturbances {
  /** The next `count` notifications never arrive; `report` tells the subscriber that it missed some, where Graph does. */
  loseNext(count: number, report: boolean): void;
  /** The next `count` notifications come twice. */
  doubleNext(count: number): void;
  /** What happens to one more notification. */
  meet(): 'send' | 'double' | 'lose' | 'loseAndReport';
}

export function createDisturbances(): Disturbances {
  let toLose = 0;
  let toDouble = 0;
  let isReported = false;
  return {
    loseNext(count, report) {
      toLose = count;
      isReported = report;
    },
    doubleNext(count) {
      toDouble = count;
    },
    meet() {
      if (toLose > 0) {
        toLose -= 1;
        return isReported ? 'loseAndReport' : 'lose';
      }
      if (toDouble > 0) {
        toDouble -= 1;
        return 'double';
      }
      return 'send';
    },
  };
}
