/** Checks every new or edited post and records the verdict. Workers share the checks. */
@NullMarked
package org.parley.moderation.check;

import org.jspecify.annotations.NullMarked;
