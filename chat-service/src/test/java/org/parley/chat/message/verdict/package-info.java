/** Tests of the effects of moderators' decisions on messages. */
@NullMarked
package org.parley.chat.message.verdict;

import org.jspecify.annotations.NullMarked;
