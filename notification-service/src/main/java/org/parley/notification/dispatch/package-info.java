/** Decides who receives news, and retries what cannot be decided yet. */
@NullMarked
package org.parley.notification.dispatch;

import org.jspecify.annotations.NullMarked;
