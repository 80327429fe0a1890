@NullMarked
package org.parley.notification.privacy;

import org.jspecify.annotations.NullMarked;
