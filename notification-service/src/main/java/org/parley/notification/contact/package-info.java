/** Mail addresses, languages and time zones of users. */
@NullMarked
package org.parley.notification.contact;

import org.jspecify.annotations.NullMarked;
