/** Integration tests of checks. */
@NullMarked
package org.parley.moderation.check;

import org.jspecify.annotations.NullMarked;
