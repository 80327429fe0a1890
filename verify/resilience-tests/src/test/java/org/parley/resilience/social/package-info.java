/** People who post, comment, react and upload pictures during a drill, and the checks. */
@NullMarked
package org.parley.resilience.social;

import org.jspecify.annotations.NullMarked;
