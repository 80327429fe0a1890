/** Daily and weekly digest mails. */
@NullMarked
package org.parley.notification.digest;

import org.jspecify.annotations.NullMarked;
