/** Decides several cases by one request. */
@NullMarked
package org.parley.moderation.cases.bulk;

import org.jspecify.annotations.NullMarked;
