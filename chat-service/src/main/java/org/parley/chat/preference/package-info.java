/** The preferences of people about who may write to them. */
@NullMarked
package org.parley.chat.preference;

import org.jspecify.annotations.NullMarked;
