/** Conversations of two people, groups and rooms. */
@NullMarked
package org.parley.chat;

import org.jspecify.annotations.NullMarked;
