/** Tests of checks and cases of messages. */
@NullMarked
package org.parley.moderation.check.message;

import org.jspecify.annotations.NullMarked;
