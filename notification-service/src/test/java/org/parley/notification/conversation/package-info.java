/** Tests of notifications about messages of conversations. */
@NullMarked
package org.parley.notification.conversation;

import org.jspecify.annotations.NullMarked;
