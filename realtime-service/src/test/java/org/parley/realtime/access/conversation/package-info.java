/** Tests of the rights of conversations. */
@NullMarked
package org.parley.realtime.access.conversation;

import org.jspecify.annotations.NullMarked;
