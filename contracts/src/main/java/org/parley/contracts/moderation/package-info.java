/** Events of moderation. */
@NullMarked
package org.parley.contracts.moderation;

import org.jspecify.annotations.NullMarked;
