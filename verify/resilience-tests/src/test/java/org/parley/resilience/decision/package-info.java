/** People whose texts are decided about, and moderators who decide. */
@NullMarked
package org.parley.resilience.decision;

import org.jspecify.annotations.NullMarked;
