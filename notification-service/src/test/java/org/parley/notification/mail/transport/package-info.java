@NullMarked
package org.parley.notification.mail.transport;

import org.jspecify.annotations.NullMarked;
