/** Tests of conversations. */
@NullMarked
package org.parley.chat.conversation;

import org.jspecify.annotations.NullMarked;
