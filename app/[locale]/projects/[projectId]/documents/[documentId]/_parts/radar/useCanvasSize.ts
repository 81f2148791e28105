'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

/** Size of a canvas that fills `box`, in device pixels; `scale` of them make a CSS pixel. */
export type CanvasSize = { width: number; height: number; scale: number };

export function useCanvasSize(box: RefObject<HTMLElement | null>): CanvasSize {
  const [size, setSize] = useState<CanvasSize>({ width: 0, height: 0, scale: 1 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const scale = window.devicePixelRatio || 1;
      const [width, height] = [element.clientWidth, element.clientHeight].map((px) => Math.round(px * scale));
      setSize((now) =>
        now.width === width && now.height === height && now.scale === scale ? now : { width, height, scale },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return size;
}
