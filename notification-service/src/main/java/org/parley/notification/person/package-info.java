/** Users who can receive notifications. */
@NullMarked
package org.parley.notification.person;

import org.jspecify.annotations.NullMarked;
