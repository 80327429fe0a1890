/** What happens to accounts. */
@NullMarked
package org.parley.notification.account;

import org.jspecify.annotations.NullMarked;
