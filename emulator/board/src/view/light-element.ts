import { LitElement } from 'lit';

/**
 * A component that renders into its parent's tree. The whole board shares one shadow root, so that ids, labels,
 * focus and styles work across components.
 */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
