@NullMarked
package org.parley.notification.social;

import org.jspecify.annotations.NullMarked;
