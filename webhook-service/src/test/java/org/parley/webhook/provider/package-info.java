@NullMarked
package org.parley.webhook.provider;

import org.jspecify.annotations.NullMarked;
