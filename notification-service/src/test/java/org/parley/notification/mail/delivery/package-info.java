@NullMarked
package org.parley.notification.mail.delivery;

import org.jspecify.annotations.NullMarked;
