/** Settings of actions/dependency-review-action in a file, by the names that its documentation uses. */
export const isReviewSettings = (path: string): boolean =>
  /^(\.github\/|\.github\/workflows\/)?\.?dependency-review(-config)?\.ya?ml$/.test(path) &&
  !/^\.github\/workflows\/dependency-review\.ya?ml$/.test(path);
