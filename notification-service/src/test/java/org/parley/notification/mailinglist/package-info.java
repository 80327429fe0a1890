@NullMarked
package org.parley.notification.mailinglist;

import org.jspecify.annotations.NullMarked;
