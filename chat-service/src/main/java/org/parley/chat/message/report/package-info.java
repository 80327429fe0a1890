/** Reports of messages to moderators. */
@NullMarked
package org.parley.chat.message.report;

import org.jspecify.annotations.NullMarked;
