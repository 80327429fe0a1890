/** Integration tests of replays. */
@NullMarked
package org.parley.moderation.replay;

import org.jspecify.annotations.NullMarked;
