/** Following and blocking. */
@NullMarked
package org.parley.social.relation.change;

import org.jspecify.annotations.NullMarked;
