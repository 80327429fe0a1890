/** Members of a conversation, as other members see them. */
@NullMarked
package org.parley.chat.member;

import org.jspecify.annotations.NullMarked;
