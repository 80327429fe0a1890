@NullMarked
package org.parley.notification.mail.reply;

import org.jspecify.annotations.NullMarked;
