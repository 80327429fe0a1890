@NullMarked
package org.parley.webhook.visibility;

import org.jspecify.annotations.NullMarked;
