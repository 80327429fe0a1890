@NullMarked
package org.parley.notification.mail.brand;

import org.jspecify.annotations.NullMarked;
