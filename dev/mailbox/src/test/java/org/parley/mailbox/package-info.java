/** The mailbox, as mail programs and developers use it. */
@NullMarked
package org.parley.mailbox;

import org.jspecify.annotations.NullMarked;
