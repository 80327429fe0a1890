/** The listeners that start checks and open cases of messages. */
@NullMarked
package org.parley.moderation.check.message;

import org.jspecify.annotations.NullMarked;
