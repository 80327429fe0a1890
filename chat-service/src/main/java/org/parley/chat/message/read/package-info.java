/** Read positions of members. */
@NullMarked
package org.parley.chat.message.read;

import org.jspecify.annotations.NullMarked;
