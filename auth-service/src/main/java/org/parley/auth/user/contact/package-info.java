/** Contact data and security alerts, encrypted for notification-service. */
@NullMarked
package org.parley.auth.user.contact;

import org.jspecify.annotations.NullMarked;
