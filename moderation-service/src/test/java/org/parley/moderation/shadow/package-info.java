/** Integration tests of shadow runs. */
@NullMarked
package org.parley.moderation.shadow;

import org.jspecify.annotations.NullMarked;
