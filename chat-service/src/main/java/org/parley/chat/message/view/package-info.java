/** Messages as members see them. */
@NullMarked
package org.parley.chat.message.view;

import org.jspecify.annotations.NullMarked;
